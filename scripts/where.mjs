/** Where the user stands: npm runs scripts in the folder of the package, and a folder in the arguments is meant from elsewhere. */

/** Goes there. Only npm's own word is taken, not what an environment of another script has left, and a folder that is gone is no place. */
export function standWhereTheUserDoes() {
  const { INIT_CWD: place, npm_lifecycle_event: script } = process.env;
  if (place === undefined || script === undefined) return;
  try {
    process.chdir(place);
    process.env.PWD = place;
  } catch {
    // Where we stand is as good.
  }
}
