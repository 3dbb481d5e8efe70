import { Segmented } from '../../ui/index.ts'

export type ChartView = 'chart' | 'table'

interface ViewSwitchProps {
  readonly value: ChartView
  readonly onChange: (view: ChartView) => void
}

const options = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const

/** The same numbers as a chart or as a table. */
export function ViewSwitch({ value, onChange }: ViewSwitchProps) {
  return <Segmented label="Shown as" value={value} options={options} onChange={(next) => onChange(next ?? value)} />
}
