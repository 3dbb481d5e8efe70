import { control } from './control.ts'
import type { ControlFramework } from './framework.ts'

/** The twelve risks of the generative AI profile; which evidence bears on which is our reading. */
export const nistGenAi: ControlFramework = {
  id: 'nist-genai',
  title: 'NIST AI 600-1',
  edition: '2024',
  force: 'standard',
  controls: [
    control('1', 'CBRN information or capabilities', ['guards', 'risks']),
    control('2', 'Confabulation', ['quality', 'disclosure']),
    control('3', 'Dangerous, violent or hateful content', ['guards']),
    control('4', 'Data privacy', ['data', 'impact-assessment']),
    control('5', 'Environmental impacts', ['environment']),
    control('6', 'Harmful bias and homogenization', ['fairness']),
    control('7', 'Human-AI configuration', ['oversight', 'training']),
    control('8', 'Information integrity', ['quality', 'marking']),
    control('9', 'Information security', ['security']),
    control('10', 'Intellectual property', ['data', 'suppliers']),
    control('11', 'Obscene, degrading or abusive content', ['guards']),
    control('12', 'Value chain and component integration', ['suppliers', 'inventory']),
  ],
}
