#include "integration/fhir/read_bundle.h"

#include "core/try.h"
#include "integration/fhir/history_reader.h"
#include "integration/fhir/text_check.h"

namespace simiao::fhir {

Result<BundleReading> readBundle(const Json &bundle, const ReadingOptions &options)
{
    TRY_VOID(checkTexts(bundle));
    Findings findings;
    auto entries = readEntries(Element(bundle, {}, &findings));
    if (findings.error())
        return *findings.error();
    HistoryReader reader(std::move(entries), options);
    auto histories = reader.read();
    if (findings.error())
        return *findings.error();
    findings.reportRest(bundle, {});
    return BundleReading{std::move(histories), findings.remarks()};
}

} // namespace simiao::fhir
