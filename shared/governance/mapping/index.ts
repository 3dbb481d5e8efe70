import { dora } from './dora.ts'
import { euAiAct } from './eu-ai-act.ts'
import type { ControlFramework } from './framework.ts'
import { gdpr } from './gdpr.ts'
import { iso42001 } from './iso-42001.ts'
import { modelRisk } from './model-risk.ts'
import { nistAiRmf } from './nist-ai-rmf.ts'
import { nistGenAi } from './nist-genai.ts'
import { soc2 } from './soc2.ts'

export type { FrameworkId } from './framework.ts'

/** Every framework that evidence is mapped to. A new one is one file and one line here. */
export const controlFrameworks: readonly ControlFramework[] = [
  euAiAct,
  nistAiRmf,
  nistGenAi,
  iso42001,
  soc2,
  gdpr,
  dora,
  modelRisk,
]
