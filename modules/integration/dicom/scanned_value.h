#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace simiao::dicom {

// Values as an ElementScan gives them: the bytes of the file.

/// The first of several values, without padding.
QString scannedCode(QByteArrayView value);

/// Decimal strings with backslashes between them; nothing where one cannot be read.
std::vector<double> scannedNumbers(QByteArrayView value);

/// The first of them.
std::optional<double> scannedNumber(QByteArrayView value);

} // namespace simiao::dicom
