import { desktop } from '../../desktop.ts'
import { notUsefulCsv } from '../../store/not-useful.ts'
import { showToast } from '../../ui/index.ts'

/** Writes the marks of this workspace where the person says: nothing is sent anywhere. */
export async function exportNotUseful(): Promise<void> {
  const saved = await desktop.saveExport({
    suggestedName: 'not-useful.csv',
    filters: [{ name: 'CSV', extensions: ['csv'] }],
    content: notUsefulCsv(),
  })
  if (saved.ok) showToast(`Saved ${saved.fileName}.`)
  else if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '))
}
