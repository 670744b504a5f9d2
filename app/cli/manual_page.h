#pragma once

#include <QString>

namespace simiao::cli {

/// The manual page simiao-cli(1) in roff, made from the table of commands and the options: it cannot lag behind them.
QString manualPage(const QString &version);

} // namespace simiao::cli
