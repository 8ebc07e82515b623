package io.quayside.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables of `xref`: CSV files beside the mapping, the partner's word first, ours second, more columns ignored. */
record XrefCompiler(Tables tables) {
    Step xref(Yaml yaml, boolean keep) {
        Yaml name = yaml.isText() ? yaml : yaml.keys(List.of("table")).need("table", "table: sku.csv");
        String text = tables.read(name.text())
                .orElseThrow(() -> name.fault("no file '" + name.text() + "' beside the mapping"));
        Map<String, String> table = new HashMap<>();
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(text)) {
            if (row.getFieldCount() < 2) {
                throw name.fault(name.text() + " line " + row.getStartingLineNumber() + " has no second column");
            }
            table.put(row.getField(0).strip(), row.getField(1).strip());
        }
        return Step.xref(table, name.text(), keep);
    }
}
