#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace simiao::dicom {

// Values as an ElementScan gives them: the bytes of the file.

/// The first of several values, without padding.
QString scannedCode(QByteArrayView value);

/// Decimal strings with backslashes between them; nothing where one cannot be read.
std::vector<double> scannedNumbers(QByteArrayView value);

} // namespace simiao::dicom
