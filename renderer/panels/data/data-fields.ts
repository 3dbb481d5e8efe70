import type { Field } from '../../../shared/kinds/field.ts'

function fact(label: string, options: Readonly<Record<string, string>>, ask: string, question: string): Field {
  return {
    type: 'choice',
    label,
    options: Object.entries(options).map(([value, word]) => ({ value, label: word })),
    fact: true,
    ask,
    question,
  }
}

/** Facts about a data asset: three-valued, never defaulted. */
export const dataFields = {
  classification: fact(
    'Classification',
    { public: 'Public', internal: 'Internal', confidential: 'Confidential', restricted: 'Restricted' },
    'Data owner',
    'How sensitive is it?',
  ),
  personal: fact(
    'Personal data',
    { none: 'None', personal: 'Personal', special: 'Special category' },
    'Data protection officer',
    'Is it about people, and of which sort?',
  ),
  writers: fact(
    'Written by',
    {
      anyone: 'Anyone',
      customers: 'Customers',
      partners: 'Partners',
      staff: 'Staff',
      curators: 'Curators',
      system: 'The system',
    },
    'Data owner',
    'Who can put words into it?',
  ),
  retentionDays: {
    type: 'number',
    label: 'Kept for',
    unit: 'days',
    min: 0,
    fact: true,
    ask: 'Data protection officer',
    question: 'After how many days is it deleted?',
  },
} as const satisfies Readonly<Record<string, Field>>

export const typeOptions = [
  { value: 'records', label: 'Records' },
  { value: 'documents', label: 'Documents' },
  { value: 'prompt', label: 'Prompt' },
  { value: 'model', label: 'Model' },
  { value: 'secret', label: 'Secret' },
  { value: 'log', label: 'Log' },
  { value: 'code', label: 'Code' },
]
