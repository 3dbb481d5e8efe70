import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

test('the day and the week of a workload are set by bars, with keyboard and pointer, and taken back', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const capacity = await workbench.openEstimate('Capacity')
  const lead = capacity.locator('.estimate-lead')
  const before = (await lead.textContent()) ?? ''
  const panel = await workbench.open('Workloads')
  await panel.getByRole('button', { name: 'Set by hour' }).click()
  const hours = panel.getByRole('group', { name: 'Hours of the day' })
  await expect(hours.getByRole('slider')).toHaveCount(24)
  await expect(panel).toContainText('Busiest: 14:00–15:00, 3× the average.')

  // From the busiest hour to the one after it: as high, by digits, then down by a step.
  await hours.getByRole('slider', { name: '14:00–15:00' }).focus()
  await page.keyboard.press('ArrowRight')
  const next = hours.getByRole('slider', { name: '15:00–16:00' })
  await expect(next).toBeFocused()
  await page.keyboard.type('10')
  await expect(next).toHaveAttribute('aria-valuenow', '10')
  await page.keyboard.press('ArrowDown')
  await expect(next).toHaveAttribute('aria-valuenow', '9')
  await page.keyboard.press('Home')
  await expect(hours.getByRole('slider', { name: '00:00–01:00' })).toBeFocused()

  // The first hour is dragged up to the end of the scale: twice as busy as all others.
  await panel.getByRole('button', { name: 'Even', exact: true }).click()
  const place = await hours.boundingBox()
  if (place === null) throw new Error('The bars are not shown')
  await page.mouse.move(place.x + place.width * 0.02, place.y + place.height - 2)
  await page.mouse.down()
  await page.mouse.move(place.x + place.width * 0.02, place.y + 1)
  await page.mouse.up()
  await expect(hours.getByRole('slider', { name: '00:00–01:00' })).toHaveAttribute('aria-valuenow', '10')

  await panel.getByRole('button', { name: 'Set by day' }).click()
  const days = panel.getByRole('group', { name: 'Days of the week' })
  await expect(panel).toContainText('Busiest: Monday and 4 more, 1.4× the average.')
  await days.getByRole('slider', { name: 'Saturday' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(days.getByRole('slider', { name: 'Saturday' })).toHaveAttribute('aria-valuenow', '1')

  await workbench.openEstimate('Capacity')
  await expect(lead).not.toHaveText(before)
  const again = await workbench.open('Workloads')
  await again.getByRole('button', { name: 'Take the days away' }).click()
  await again.getByRole('button', { name: 'Take the hours away' }).click()
  await workbench.openEstimate('Capacity')
  await expect(lead).toHaveText(before)
})

test('a rate that nobody means is doubted at its field, and the rest is computed', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
  const panel = await workbench.open('Workloads')
  const card = panel.locator('.use-card').first()
  const requests = card.getByRole('textbox', { name: 'Requests' })
  await requests.fill('1e12')
  await requests.press('Enter')
  await expect(card).toContainText('more than once a day for each person on Earth. Is it meant?')
  await requests.fill('0')
  await requests.press('Enter')
  await expect(card).toContainText('has a rate of 0: nobody asks for anything')
  await requests.fill('1200')
  await requests.press('Enter')
  await expect(card.locator('.fault-notes')).toHaveCount(0)
  await workbench.hasNumbers()
})
