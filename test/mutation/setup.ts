/** The same random values in every run: whether a test notices a mutant must not be a matter of luck. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20 });
