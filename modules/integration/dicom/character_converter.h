#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace simiao::dicom {

/// One whole character by one of ICU's tables, or nothing where the table has none. \thread any
std::optional<QString> convertedCharacter(const char *table, QByteArrayView bytes);

} // namespace simiao::dicom
