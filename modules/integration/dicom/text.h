#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class DcmItem;
class DcmTagKey;
class DcmSpecificCharacterSet;

namespace simiao::dicom {

/// What people wrote into a data set, as Unicode, by its Specific Character Set (0008,0005).
/// Bytes that the declared set cannot explain are tried as UTF-8, then GB18030 (devices that forget to
/// declare it are common), and shown as Latin-1 at last: wrong, but nothing is lost.
class DatasetText
{
public:
    explicit DatasetText(DcmItem &dataset);
    ~DatasetText();

    /// The whole value without padding blanks; a backslash separates several values.
    QString at(const DcmTagKey &tag) const;
    /// The same for an item below the data set, which inherits its character set.
    QString of(DcmItem &item, const DcmTagKey &tag) const;
    QString decoded(const QByteArray &bytes) const;

private:
    DcmItem &m_dataset;
    std::unique_ptr<DcmSpecificCharacterSet> m_converter; ///< none: undeclared or unknown
};

/// A DICOM person name for the eye: "Wang^Xiaoming=王^小明" gives 王小明, "Müller^Jörg" gives Müller Jörg.
QString personName(const QString &pn);

} // namespace simiao::dicom
