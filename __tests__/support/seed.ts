import fc from 'fast-check';

/**
 * Every property test draws the same examples in every run, so that a failure belongs to the change that is tested; `LAW_SEED` draws others.
 * `LAW_SEED=$RANDOM npm test` looks for what the usual ones do not find.
 */
fc.configureGlobal({ seed: Number(process.env.LAW_SEED ?? 20261121) });
