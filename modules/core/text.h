#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace simiao {

/// A character that no store keeps intact: NUL, or half of a surrogate pair.
struct TextFault
{
    qsizetype position = 0; ///< UTF-16 index of the offending unit
    bool isNul = false;     ///< else a lone surrogate
};

/// The first fault of `text`, if any. Everything typed or parsed passes here once.
std::optional<TextFault> findTextFault(QStringView text);

/// `text` itself, or `text.nul` / `text.lone-surrogate` with the position in `detail`.
Result<QString> checkedText(QString text);

} // namespace simiao
