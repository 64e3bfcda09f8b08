/** Which ROI is meant. The same campaign can be 50 %, 200 %, 500 % or 6.0x. */
export const roiDefinitions = ['margin', 'total-cost', 'revenue', 'roas'] as const;

export type RoiDefinition = (typeof roiDefinitions)[number];
