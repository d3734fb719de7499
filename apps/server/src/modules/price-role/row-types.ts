export type PriceRoleRow = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly customerCount: number;
  readonly companyCount: number;
  readonly priceCount: number;
  readonly productCount: number;
};

export type RolePriceRow = {
  readonly id: string;
  readonly productId: string;
  readonly productCode: string;
  readonly productName: string;
  readonly sku: string | null;
  readonly currency: string;
  readonly quantity: number;
  readonly extendedPrice: string;
};
