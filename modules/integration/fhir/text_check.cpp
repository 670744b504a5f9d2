#include "integration/fhir/text_check.h"

#include "core/text.h"
#include "core/try.h"
#include "integration/fhir/findings.h"

namespace simiao::fhir {

namespace {

Result<void> checkText(const QString &text, const QString &path)
{
    auto checked = checkedText(text);
    if (checked)
        return ok();
    auto error = std::move(checked).error();
    error.detail = path + QLatin1Char(':') + error.detail;
    return error;
}

} // namespace

Result<void> checkTexts(const Json &json, const QString &path)
{
    if (json.isString())
        return checkText(json.toString(), path);
    const QString place = resourcePath(path, json);
    for (const auto &[name, member] : json.object()) {
        TRY_VOID(checkText(name, place));
        TRY_VOID(checkTexts(member, childPath(place, name)));
    }
    for (qsizetype i = 0; i < json.array().size(); ++i) {
        TRY_VOID(checkTexts(json.array()[i], itemPath(place, i)));
    }
    return ok();
}

} // namespace simiao::fhir
