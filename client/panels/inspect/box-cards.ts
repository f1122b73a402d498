/** What the panel says of boxes that are no module: nobody selects one before the first picture is there. */
export { default as CycleCard } from './CycleCard.svelte';
export { default as GroupCard } from './GroupCard.svelte';
export { default as PackageCard } from './PackageCard.svelte';
