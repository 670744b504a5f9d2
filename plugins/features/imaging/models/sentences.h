#pragma once

#include <QStringList>

namespace simiao::viewer {

/// One sentence after the other: behind a full stop of Chinese there is no blank.
QString sentencesText(const QStringList &sentences);

} // namespace simiao::viewer
