#pragma once

#include <QString>
#include <QStringList>

namespace simiao::viewer {

/// The character sets that a study may be read by, as ImageSource::readTexts takes them, the likeliest first: those whose bytes every
/// reader of ours decodes without a declaration. Big5 and Shift-JIS are no sets of DICOM. The first is empty: as the files declare.
const QStringList &offeredCharacters();

/// "GB18030", "UTF-8" …: short, for a corner; what is not offered is named by its defined terms.
QString charactersName(const QString &characterSet);

/// "GB18030, GBK, GB 2312: Chinese". \param declared  what the files say, for the empty one
QString charactersTitle(const QString &characterSet, const QString &declared);

} // namespace simiao::viewer
