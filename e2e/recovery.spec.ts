import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

test('with the library lost, the next start offers every design, clients apart', async ({ desktop }) => {
  await Workbench.fromTemplate(desktop.page, 'Analyst research assistant')
  await desktop.page.getByRole('button', { name: 'Library', exact: true }).click()
  await Workbench.fromTemplate(desktop.page, 'Real-time fraud scoring')
  await desktop.page.waitForTimeout(1000)
  await desktop.end()
  for (const folder of ['IndexedDB', 'Local Storage', 'Session Storage']) {
    await rm(join(desktop.userData, folder), { recursive: true, force: true })
  }
  await desktop.start()

  const { page } = desktop
  const offer = page.getByRole('alert', { name: 'Designs that can be brought back' })
  await expect(offer).toContainText('2 designs can be brought back')
  await expect(offer).toContainText('Analyst research assistant')
  await expect(offer).toContainText('Real-time fraud scoring')
  await offer.getByRole('button', { name: 'Bring all back' }).click()
  await expect(offer).toHaveCount(0)
  await expect(page.locator('.design-card[data-design]')).toHaveCount(2)
  await page.getByRole('button', { name: 'Open Analyst research assistant' }).click()
  await new Workbench(page).hasNumbers()
})
