#pragma once

#include "core/result.h"

#include <exception>
#include <type_traits>

namespace simiao::host {

/// Runs a plugin's code. What it throws ends here: `plugin.threw` (Internal) with the exception's words.
template <typename Call>
Result<void> callPlugin(Call &&call)
{
    QString words;
    try {
        if constexpr (std::is_same_v<std::invoke_result_t<Call>, Result<void>>) {
            return call();
        } else {
            call();
            return ok();
        }
    } catch (const std::exception &thrown) {
        words = QString::fromUtf8(thrown.what());
    } catch (...) {
        words = QStringLiteral("not a std::exception");
    }
    return Error{ErrorKind::Internal, QStringLiteral("plugin.threw"), words};
}

} // namespace simiao::host
