#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// The values of one attribute; absent, empty and unreadable values are all "nothing".
/// Texts here are codes and UIDs; what people wrote is read with DatasetText.
QString code(DcmItem &item, const DcmTagKey &tag, unsigned long index = 0);
/// All values of a text, empty ones too.
QStringList codes(DcmItem &item, const DcmTagKey &tag);
std::optional<int> integer(DcmItem &item, const DcmTagKey &tag);
/// More than any attribute has but those with one for each frame.
inline constexpr std::size_t kMostNumbers = 4096;
/// Finite values only, and only up to the first that is not.
/// \param most  further ones are not looked at: a file may have a million where one belongs
std::vector<double> numbers(DcmItem &item, const DcmTagKey &tag, std::size_t most = kMostNumbers);
std::optional<double> number(DcmItem &item, const DcmTagKey &tag);

/// Item `index` of a sequence, or nullptr.
DcmItem *sequenceItem(DcmItem &item, const DcmTagKey &sequence, int index = 0);

/// DA "20261122" (also the retired "2026.11.22") to "2026-11-22"; a year or month alone stays that; else
/// empty.
QString isoDate(const QString &da);
/// TM "093000.12" to "09:30:00"; minutes or seconds that are missing stay missing; else empty.
QString isoTime(const QString &tm);

} // namespace simiao::dicom
