#include "core/text.h"

namespace simiao {

std::optional<TextFault> findTextFault(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isNull())
            return TextFault{i, true};
        if (!unit.isSurrogate())
            continue;
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (!isPair)
            return TextFault{i, false};
        ++i;
    }
    return std::nullopt;
}

Result<QString> checkedText(QString text)
{
    const auto fault = findTextFault(text);
    if (!fault)
        return text;
    const QString code = fault->isNul ? QStringLiteral("text.nul") : QStringLiteral("text.lone-surrogate");
    return Error{ErrorKind::Invalid, code, QString::number(fault->position)};
}

} // namespace simiao
