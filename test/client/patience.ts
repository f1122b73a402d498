/** The same as test/support/patience.ts for what Testing Library waits for. */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 120_000 });
