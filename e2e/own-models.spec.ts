import { expect, test } from './fixtures.ts'
import { dropAny } from './pages/bad-input.ts'
import { Workbench } from './pages/workbench.ts'

/** One model that its GPUs hold, one that they do not, one that is bought. */
const design = {
  format: 'lintel/design',
  version: 1,
  id: 'own-models',
  name: 'Own models',
  components: [
    { id: 'app', name: 'Assistant', kind: 'orchestrator' },
    {
      id: 'fits',
      name: 'Answers',
      kind: 'llm-self-hosted',
      product: 'meta/llama-3.3-70b',
      settings: { gpu: 'h100', gpus: 2 },
    },
    {
      id: 'large',
      name: 'Too large',
      kind: 'llm-self-hosted',
      product: 'meta/llama-3.3-70b',
      settings: { gpu: 'h100', gpus: 1, precision: 'bf16' },
    },
    { id: 'bought', name: 'Bought', kind: 'llm-api', product: 'openai/gpt-4.1-mini' },
  ],
  flows: [
    { id: 'f1', from: 'app', to: 'fits', call: { inputTokens: 1000, outputTokens: 200 } },
    { id: 'f2', from: 'app', to: 'large' },
    { id: 'f3', from: 'app', to: 'bought', call: { inputTokens: 1500, outputTokens: 300 } },
  ],
  actions: [{ id: 'ask', name: 'Ask', starts: 'app' }],
  workloads: [{ id: 'w', name: 'Questions', mix: { ask: 1 }, arrivals: { rate: 60_000, per: 'day' } }],
}

test('a model on own machines says what it does, how sure that is, and what does not fit', async ({ studio }, {
  project,
}) => {
  const { page } = studio
  await dropAny(studio, project.name, 'own.lintel.json', JSON.stringify(design))
  const estimate = await new Workbench(page).openEstimate('Own models')
  await expect(
    estimate.getByText(/70B at bf16 needs 141 GB; one H100 80 GB has 75 GB for it\. Take 2 of them or fp8\./),
  ).toBeVisible()
  await expect(
    estimate.getByText(/off by 8\.\d\s%\son average, on \d+ measured points of dense models on vLLM/).first(),
  ).toBeVisible()
  await expect(estimate.locator('.serving-plot .recharts-scatter-symbol').first()).toBeVisible()
  await estimate.getByRole('radio', { name: 'Table' }).click()
  await expect(estimate.getByRole('cell', { name: 'H200 141 GB' }).first()).toBeVisible()
  await estimate.getByRole('button', { name: 'Show the field' }).first().click()
  await expect(new Workbench(page).inspector.getByText('GPUs per replica')).toBeVisible()
})

test('bought is held against own machines, and other machines can be tried', async ({ studio }, { project }) => {
  const { page } = studio
  await dropAny(studio, project.name, 'own.lintel.json', JSON.stringify(design))
  const estimate = await new Workbench(page).openEstimate('Build or buy')
  const compared = estimate.locator('.own-or-bought').filter({ hasText: 'GPT-4.1 mini bought' })
  await expect(compared.locator('.own-or-bought-numbers').getByText('Bought, per call')).toBeVisible()
  await expect(compared.locator('.own-or-bought-numbers').getByText('$0.001080')).toBeVisible()
  await expect(compared.locator('.recharts-line')).toHaveCount(2)
  await compared.getByRole('combobox', { name: 'GPU', exact: true }).click()
  await page.getByRole('option', { name: /^B200/ }).click()
  await expect(compared.getByText(/each replica on \d × B200/)).toBeVisible()
  await compared.getByRole('button', { name: 'As before' }).click()
  await expect(compared.getByText(/each replica on \d × B200/)).toHaveCount(0)
})
