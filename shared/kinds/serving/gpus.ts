/** One accelerator: memory, dense peaks without sparsity, and the link to its neighbours. */
export interface Gpu {
  readonly title: string
  readonly memoryGigabytes: number
  readonly terabytesPerSecond: number
  /** Dense peaks; an absent format runs at the next wider one that the hardware has. */
  readonly teraflops: { readonly bf16: number; readonly fp8?: number; readonly fp4?: number }
  /** One way, to the other GPUs of the machine: NVLink, Infinity Fabric, a TPU's interconnect, else PCIe. */
  readonly linkGigabytesPerSecond: number
  readonly source: string
  readonly confidence: 'A' | 'B' | 'C'
}

const systems = { source: 'NVIDIA AIConfigurator system files (Apache-2.0)', confidence: 'A' } as const
const sheet = { source: 'vendor data sheet, from memory', confidence: 'C' } as const
const surveyed = { source: 'vendor data sheet', confidence: 'B' } as const
const link = { nvlink3: 300, nvlink4: 450, nvlink5: 900, infinityFabric: 448, pcie5: 64, pcie4: 32, pcie3: 16 }

/** By the id that designs and the price book use (`gpu/h100`). A new GPU is one line here. */
export const gpus: Readonly<Record<string, Gpu>> = {
  t4: gpu('T4 16 GB', 16, 0.32, { bf16: 65 }, link.pcie3, sheet),
  a10g: gpu('A10G 24 GB', 24, 0.6, { bf16: 70 }, link.pcie4, sheet),
  l4: gpu('L4 24 GB', 24, 0.3, { bf16: 121, fp8: 242 }, link.pcie4, systems),
  l40s: gpu('L40S 48 GB', 45, 0.864, { bf16: 362, fp8: 733 }, link.pcie4, systems),
  'rtx-pro-6000': gpu('RTX PRO 6000 96 GB', 96, 1.79, { bf16: 468, fp8: 936, fp4: 1871 }, link.pcie5, systems),
  'a100-40': gpu('A100 40 GB', 40, 1.555, { bf16: 312 }, link.nvlink3, systems),
  a100: gpu('A100 80 GB', 80, 2.039, { bf16: 312 }, link.nvlink3, systems),
  'a100-pcie': gpu('A100 PCIe 80 GB', 80, 1.935, { bf16: 312 }, link.pcie4, surveyed),
  h100: gpu('H100 80 GB', 80, 3.35, { bf16: 989, fp8: 1978 }, link.nvlink4, systems),
  'h100-pcie': gpu('H100 PCIe 80 GB', 80, 2.0, { bf16: 756, fp8: 1513 }, link.pcie5, systems),
  'h100-nvl': gpu('H100 NVL 94 GB', 94, 3.9, { bf16: 835, fp8: 1671 }, link.pcie5, surveyed),
  gh200: gpu('GH200 96 GB', 96, 4.0, { bf16: 989, fp8: 1978 }, link.nvlink4, surveyed),
  h200: gpu('H200 141 GB', 141, 4.8, { bf16: 989, fp8: 1978 }, link.nvlink4, systems),
  b200: gpu('B200 180 GB', 180, 7.7, { bf16: 2250, fp8: 4500, fp4: 9000 }, link.nvlink5, systems),
  b300: gpu('B300 270 GB', 269, 7.75, { bf16: 2250, fp8: 4500, fp4: 14_000 }, link.nvlink5, systems),
  gb200: gpu('GB200 186 GB', 185, 8.0, { bf16: 2500, fp8: 5000, fp4: 10_000 }, link.nvlink5, systems),
  mi300x: gpu('MI300X 192 GB', 192, 5.3, { bf16: 1307, fp8: 2615 }, link.infinityFabric, surveyed),
  mi325x: gpu('MI325X 256 GB', 256, 6.0, { bf16: 1307, fp8: 2615 }, link.infinityFabric, surveyed),
  'tpu-v5e': gpu('TPU v5e 16 GB', 16, 0.82, { bf16: 197 }, 100, surveyed),
  'tpu-v6e': gpu('TPU v6e 32 GB', 32, 1.64, { bf16: 926 }, 224, surveyed),
}

function gpu(
  title: string,
  memoryGigabytes: number,
  terabytesPerSecond: number,
  teraflops: Gpu['teraflops'],
  linkGigabytesPerSecond: number,
  from: Pick<Gpu, 'source' | 'confidence'>,
): Gpu {
  return { title, memoryGigabytes, terabytesPerSecond, teraflops, linkGigabytesPerSecond, ...from }
}
