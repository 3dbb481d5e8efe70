export const typeOptions = [
  { value: 'records', label: 'Records' },
  { value: 'documents', label: 'Documents' },
  { value: 'prompt', label: 'Prompt' },
  { value: 'model', label: 'Model' },
  { value: 'secret', label: 'Secret' },
  { value: 'log', label: 'Log' },
  { value: 'code', label: 'Code' },
]
