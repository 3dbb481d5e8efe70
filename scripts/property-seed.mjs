// What laws are tried on: the same cases in every run of the tests, fresh ones in `npm run explore` (ADR 0024).
import { configureGlobal } from 'fast-check'

const USUAL_SEED = 20_261_122

configureGlobal({ seed: Number(process.env['LINTEL_SEED'] ?? USUAL_SEED) })
