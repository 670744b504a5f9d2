#include "workflow/checked_work.h"

#include "core/json.h"
#include "core/text.h"
#include "core/try.h"

namespace simiao::workflow {

namespace {

Result<void> checkedText(const QString &text)
{
    TRY_VOID(simiao::checkedText(text));
    return ok();
}

/// In a document the character is an escape, and so is what somebody typed with a backslash: only reading tells them apart.
Result<void> checkedDocument(const QString &document)
{
    TRY_VOID(checkedText(document));
    const qsizetype escape = document.indexOf(QStringLiteral("\\u0000"));
    if (escape < 0 || Json::parse(document.toUtf8()))
        return ok();
    return Error{ErrorKind::Invalid, QStringLiteral("text.nul"), QString::number(escape)};
}

Result<void> checkedRow(const RowChange &change)
{
    for (std::size_t at = 0; at < change.row.size(); ++at) {
        const auto *text = std::get_if<QString>(&change.row[at]);
        if (!text)
            continue;
        const bool isDocument = change.type->fields[at].kind == StorageKind::Document;
        TRY_VOID(isDocument ? checkedDocument(*text) : checkedText(*text));
    }
    return ok();
}

Result<void> checkedEffect(const EffectCall &call)
{
    for (const auto &[name, value] : call.parameters) {
        if (const auto *text = std::get_if<QString>(&value)) {
            TRY_VOID(checkedText(*text));
        }
    }
    return ok();
}

} // namespace

Result<void> checkedWork(const UnitOfWork &work)
{
    TRY_VOID(checkedText(work.event().detail));
    for (const auto &step : work.steps()) {
        const auto *change = std::get_if<RowChange>(&step);
        TRY_VOID(change ? checkedRow(*change) : checkedEffect(std::get<EffectCall>(step)));
    }
    return ok();
}

} // namespace simiao::workflow
