#pragma once

#include <QString>

namespace simiao::dicom {

/// The key that finds a name as people write it, wherever in the component groups it stands: 王小明 finds
/// Wang^Xiaoming=王^小明, Rong finds RONG^JI (PS3.4 C.2.2.2.4), 王^小明 what 王小明 finds. Else what has ^ or = is asked as it is.
QString nameKey(const QString &written);

/// Whether a study's name is what was asked for, where Chinese characters alone were: the key finds them with others between. Yes for
/// all that the archive alone can judge, and where no name is told.
bool isNameMeant(const QString &name, const QString &written);

/// A Chinese character is in it.
bool hasHan(const QString &name);

} // namespace simiao::dicom
