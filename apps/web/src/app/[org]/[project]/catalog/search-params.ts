import { createLoader } from "nuqs/server";
import { catalogParams } from "@/components/catalog/catalog-params";

export const loadCatalogParams = createLoader(catalogParams);
