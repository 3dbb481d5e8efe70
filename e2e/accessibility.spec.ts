import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Workbench } from './pages/workbench.ts'

/** What a screen reader or somebody who sees little would stumble over, said by rule and place. */
async function faults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  )
}

const panels = [
  'Findings',
  'Estimate',
  'Threats',
  'Framing',
  'Requirements',
  'Decisions',
  'Questions',
  'Assumptions',
  'Workloads',
  'Data',
  'Governance',
  'Minutes',
]

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen has names, order and contrast, in ${scheme}`, async ({ studio: { page } }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    expect(await faults(page), 'library').toEqual([])
    const workbench = await Workbench.fromTemplate(page, 'Customer support agent')
    await workbench.hasNumbers()
    for (const panel of panels) {
      await workbench.open(panel)
      expect.soft(await faults(page), panel).toEqual([])
    }
    for (const [keys, name] of [
      ['Control+k', 'search'],
      ['?', 'shortcuts'],
      ['Control+e', 'documents'],
      ['Control+Shift+E', 'leave behind'],
      ['Shift+F9', 'questions for the room'],
      ['F4', 'write down'],
      ['F7', 'walkthrough'],
    ] as const) {
      await page.locator('.canvas').focus()
      await page.keyboard.press(keys)
      await expect(page.getByRole('dialog').first()).toBeVisible()
      expect.soft(await faults(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await page.keyboard.press('F9')
    expect.soft(await faults(page), 'room mode').toEqual([])
  })
}
