import { type Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { dropAny } from './pages/bad-input.ts'
import { Workbench } from './pages/workbench.ts'

const research = 'Analyst research assistant'
const agent = 'Customer support agent'
const slider = (page: Page) => page.getByRole('slider', { name: 'Traffic' })
const card = (workbench: Workbench, id: string) => workbench.panels.locator(`[data-headline="${id}"]`)

test('headlines show their band, what was asked of them and what they rest on', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  await workbench.openEstimate('Overview')
  const first = card(workbench, 'first')
  await expect(first.locator('.band-range')).toContainText(/\d.*–.*\d/)
  await expect(first).toContainText('Asked: at most 3')
  await expect(first.locator('.ui-mark')).toHaveText(
    (await workbench.headline('first').locator('.ui-mark').textContent()) ?? '',
  )
  await expect(card(workbench, 'technology').locator('.makeup-words')).toContainText(/\d+.% (stated|assumed|measured)/)
  await first.click()
  await expect(workbench.panels.getByRole('tab', { name: 'Time', exact: true })).toHaveAttribute('data-state', 'active')
})

test('traffic recomputes as the slider moves, names what gives in first, and leaves the design alone', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  await workbench.openEstimate('Overview')
  const technology = card(workbench, 'technology').locator('.overview-value')
  const stated = (await technology.textContent()) ?? ''
  await expect(card(workbench, 'capacity')).toContainText('First to saturate: Team lead approves')
  await slider(page).focus()
  // 10 times: a step is a twentieth of a factor of ten.
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight')
  const panel = workbench.panels.locator('.estimate')
  await expect(panel).toHaveAttribute('data-traffic', '10')
  await expect(panel).toHaveAttribute('data-pending', 'false')
  await expect(technology).not.toHaveText(stated)
  await expect(workbench.panels.locator('.what-if')).toContainText(/What if: 10×.*Unstable: Team lead approves/)
  await expect(card(workbench, 'full').locator('.overview-value')).toHaveText('unstable')
  await expect(workbench.headline('answer')).toContainText('unstable')
  await expect(workbench.status).toContainText('What if: 10×')
  await expect(page.getByRole('button', { name: /^Undo: / })).toHaveCount(0)
  await slider(page).press('Escape')
  await expect(panel).toHaveAttribute('data-traffic', '1')
  await expect(technology).toHaveText(stated)
  await expect(workbench.panels.locator('.what-if')).toHaveCount(0)
})

test('no number of one traffic ever stands beside one of another', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  await workbench.openEstimate('Overview')
  await page.evaluate(() => {
    const seen: string[] = []
    const panel = document.querySelector('.estimate')
    const look = (): void => {
      const text = (id: string): string =>
        document.querySelector(`[data-headline="${id}"] .overview-value`)?.textContent ?? ''
      seen.push([panel?.getAttribute('data-traffic'), text('technology'), text('people'), text('thousand')].join(' | '))
    }
    // Mutations are reported once a commit is whole: what is seen here is what could be painted.
    if (panel !== null)
      new MutationObserver(look).observe(panel, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
    Object.assign(window, { seen })
  })
  await slider(page).focus()
  const panel = workbench.panels.locator('.estimate')
  // In bursts, so that numbers of several levels are painted on a slow machine too.
  for (let step = 0; step < 30; step += 1) {
    if (step % 6 === 5) await expect(panel).toHaveAttribute('data-pending', 'false')
    await page.keyboard.press(step < 20 ? 'ArrowRight' : 'ArrowLeft')
  }
  await expect(panel).toHaveAttribute('data-traffic', '3.2')
  await expect(panel).toHaveAttribute('data-pending', 'false')
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  const byTraffic = new Map<string, Set<string>>()
  for (const line of seen) {
    const [traffic = '', ...numbers] = line.split(' | ')
    byTraffic.set(traffic, (byTraffic.get(traffic) ?? new Set()).add(numbers.join(' | ')))
  }
  expect(byTraffic.size).toBeGreaterThan(3)
  for (const [traffic, sets] of byTraffic) expect([traffic, sets.size]).toEqual([traffic, 1])
})

test('the waterfall shows who works when, and its calls lead to the canvas', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, agent)
  const time = await workbench.openEstimate('Time')
  const chart = time.getByRole('figure', { name: 'Waterfall of a mean request' })
  await expect(chart.locator('.recharts-bar-rectangle').first()).toBeAttached()
  await expect(chart).toContainText('Agent model ×6')
  const model = chart.getByRole('button', { name: /^Agent model/ })
  await expect(model).toContainText('On the critical path')
  await time.getByRole('radio', { name: 'Table' }).click()
  await expect(time.getByRole('row', { name: /Agent model/ })).toContainText('6')
  await time.getByRole('radio', { name: 'Chart' }).click()
  await model.click()
  await expect(studio.page.locator('.react-flow__node.selected, .react-flow__edge.selected').first()).toBeAttached()
})

test('a bar of the cost opens the lines of its component', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const cost = await workbench.openEstimate('Cost')
  await cost.getByRole('button', { name: 'Answer model', exact: true }).first().click()
  await expect(cost).toContainText('Lines of Answer model')
  for (const line of await cost.locator('[data-line]').all()) await expect(line).toContainText('Answer model')
  await cost.getByRole('button', { name: 'Show all', exact: true }).click()
  await expect(cost.locator('[data-line]').filter({ hasText: 'Review desk' }).first()).toBeVisible()
})

test('the utilisation opens to its formula', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, agent)
  const capacity = await workbench.openEstimate('Capacity')
  await expect(capacity.locator('.estimate-lead')).toContainText('First to saturate: Team lead approves')
  await capacity.getByRole('button', { name: 'Team lead approves' }).first().click()
  await expect(capacity.locator('.formula-text')).toContainText('calls/s')
  // The formula is exact; beside the bar stand as many digits as the band carries.
  const shown = (await capacity.locator('.chart-numbers li').first().textContent()) ?? ''
  const exact = (await capacity.locator('.formula-text strong').textContent()) ?? ''
  expect(Math.abs(Number.parseFloat(exact) - Number.parseFloat(shown))).toBeLessThanOrEqual(5)
  await expect(capacity).toContainText(/In use at the peak: likely between \d+.*%/)
})

test('a bar of the tornado leads to its field, in the inspector or among the workloads', async ({ studio }) => {
  const workbench = await Workbench.fromTemplate(studio.page, research)
  const matters = await workbench.openEstimate('What matters')
  await matters.getByRole('radio', { name: 'Answer p95' }).click()
  await matters.locator('[data-input="llm tokensPerSecond"]').click()
  await expect(workbench.field('Output speed')).toBeFocused()
  await matters.getByRole('radio', { name: 'Technology' }).click()
  await matters.locator('[data-input="desk rate"]').click()
  await expect(workbench.panels.getByRole('textbox', { name: 'Requests', exact: true })).toBeFocused()
})

test('an overlay shows its number on the cards with a legend, by keyboard, and money never in front of a room', async ({
  studio,
}) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, agent)
  const canvas = page.getByRole('region', { name: 'Canvas', exact: true })
  const heat = (name: string) => page.locator('.react-flow__node').filter({ hasText: name }).locator('.card-heat')
  await expect(page.locator('.card-heat')).toHaveCount(0)
  await page.keyboard.press('Alt+Shift+1')
  await expect(heat('Team lead approves')).toContainText('$')
  await expect(canvas.getByRole('region', { name: 'Legend of the overlay' })).toContainText('a month')
  await page.keyboard.press('Alt+Shift+3')
  await expect(heat('Team lead approves')).toHaveText(/\d+.%/)
  await workbench.openEstimate('Overview')
  await slider(page).focus()
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowRight')
  await expect(heat('Team lead approves')).toHaveText('unstable')
  await expect(canvas.getByRole('region', { name: 'Legend of the overlay' })).toContainText('what if: 10×')
  await slider(page).press('Escape')
  await page.keyboard.press('Alt+Shift+1')
  await page.keyboard.press('F9')
  await expect(page.locator('.card-heat')).toHaveCount(0)
  await page.keyboard.press('Alt+Shift+2')
  await expect(heat('Agent model')).toHaveText(/\d+.%/)
  await page.keyboard.press('F9')
  await page.keyboard.press('Alt+Shift+0')
  await expect(page.locator('.card-heat')).toHaveCount(0)
})

test('the panels cover the canvas to be read, and make room when they point to something', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, research)
  await workbench.openEstimate('Cost')
  const height = async () => (await workbench.panels.boundingBox())?.height ?? 0
  const usual = await height()
  await page.keyboard.press('Control+Shift+j')
  await expect.poll(height).toBeGreaterThan(usual * 2)
  await studio.restart()
  const again = new Workbench(studio.page)
  await again.hasNumbers()
  const now = async () => (await again.panels.boundingBox())?.height ?? 0
  await expect.poll(now).toBeGreaterThan(usual * 2)
  await again.panels.locator('.ui-chip').filter({ hasText: 'Answer model' }).first().click()
  await expect.poll(now).toBeLessThan(usual * 1.5)
  await expect(again.field('Output speed')).toBeVisible()
})

test('what makes the numbers doubtful stands before them, and the headlines lead to where they come from', async ({
  studio,
}, { project }) => {
  const { page } = studio
  const design = {
    format: 'lintel/design',
    version: 1,
    id: 'doubtful',
    name: 'Doubtful',
    components: [
      { id: 'person', name: 'Person', kind: 'user' },
      { id: 'agent', name: 'Agent', kind: 'agent' },
      { id: 'own', name: 'Own model', kind: 'llm-api', product: 'nobody/prices-this' },
      {
        id: 'large',
        name: 'Too large',
        kind: 'llm-self-hosted',
        product: 'meta/llama-3.3-70b',
        settings: { gpu: 'h100', gpus: 1, precision: 'bf16' },
      },
    ],
    flows: [
      { id: 'f0', from: 'person', to: 'agent' },
      { id: 'f1', from: 'agent', to: 'own' },
      { id: 'f2', from: 'agent', to: 'large' },
    ],
  }
  await dropAny(studio, project.name, 'doubtful.lintel.json', JSON.stringify(design))
  const workbench = new Workbench(page)
  const overview = await workbench.openEstimate('Overview')
  await expect(overview.locator('.estimate-alarm').filter({ hasText: 'does not fit' })).toContainText('Too large')
  await expect(overview.locator('.estimate-alarm').filter({ hasText: 'price unknown' })).toContainText('Own model')
  await expect(card(workbench, 'technology').locator('.overview-value')).toContainText('at least')
  await expect(workbench.headline('technology').locator('.status-value')).toContainText('at least')

  // No time: the word stands in its place, names the component, and leads to it.
  await expect(workbench.headline('answer')).toContainText('does not fit')
  await expect(workbench.headline('answer').locator('.status-at')).toHaveText('Too large')
  await workbench.headline('answer').click()
  const own = workbench.panels.getByRole('tab', { name: 'Own models', exact: true })
  await expect(own).toHaveAttribute('data-state', 'active')
  await expect(workbench.inspector.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Too large')
  await workbench.headline('technology').click()
  await expect(workbench.panels.getByRole('tab', { name: 'Cost', exact: true })).toHaveAttribute('data-state', 'active')
  await workbench.openEstimate('By component')
  await expect(workbench.panels.getByRole('row', { name: /Own model/ })).toContainText('price unknown')

  // By other words than its name, and ready for the arrows.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('slider')
  await page.keyboard.press('Enter')
  await expect(slider(page)).toBeFocused()
})

test('on a small screen no headline is cut off, whatever stands beside it', async ({ studio }) => {
  const { page } = studio
  const workbench = await Workbench.fromTemplate(page, 'Real-time fraud scoring')
  await page.setViewportSize({ width: 1280, height: 800 })
  await workbench.openEstimate('Overview')
  await slider(page).press('End')
  await expect(workbench.status).toContainText('What if: 100×')
  await expect.poll(() => workbench.status.evaluate((bar) => bar.scrollWidth - bar.clientWidth)).toBeLessThanOrEqual(0)
})

test('an arrow back to who still waits is named where its numbers would be', async ({ studio }, { project }) => {
  const { page } = studio
  const circle = {
    format: 'lintel/design',
    version: 1,
    id: 'circle',
    name: 'Circle',
    components: [
      { id: 'user', name: 'Clerk', kind: 'user' },
      { id: 'portal', name: 'Portal', kind: 'client' },
      { id: 'app', name: 'Assistant', kind: 'orchestrator' },
      { id: 'model', name: 'Model', kind: 'llm-api', product: 'openai/gpt-4.1-mini' },
    ],
    flows: [
      { id: 'ask', from: 'user', to: 'portal' },
      { id: 'pass', from: 'portal', to: 'app' },
      { id: 'think', from: 'app', to: 'model' },
      { id: 'back', name: 'Answer', from: 'model', to: 'portal' },
    ],
  }
  await dropAny(studio, project.name, 'circle.lintel.json', JSON.stringify(circle))
  const workbench = new Workbench(page)
  for (const part of ['Overview', 'Time']) {
    const estimate = await workbench.openEstimate(part)
    await expect(estimate.getByText(/counts as an answer, not as a call/)).toContainText('Answer')
  }
})
