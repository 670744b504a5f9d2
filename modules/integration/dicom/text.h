#pragma once

#include "integration/dicom/character_set.h"

#include <QByteArray>
#include <QString>

class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// What people wrote into a data set, as Unicode, by its Specific Character Set (0008,0005).
/// Bytes that the declared set cannot explain are tried as UTF-8, then GB18030 (devices that forget to declare it are
/// common) unless they are single ones within words, and shown as Latin-1 at last: perhaps wrong, but nothing is lost.
class DatasetText
{
public:
    /// \param characterSet  defined terms with backslashes between them, in place of what the data set declares: for files
    ///                      that are labelled wrongly; empty: as declared
    explicit DatasetText(DcmItem &dataset, const QString &characterSet = {});

    /// The whole value without padding blanks; a backslash separates several values.
    QString at(const DcmTagKey &tag) const;
    /// The same for an item below the data set, which inherits its character set unless it has one of its own.
    QString of(DcmItem &item, const DcmTagKey &tag) const;
    QString decoded(const QByteArray &bytes) const;

    /// The character set that holds explains the bytes of this attribute, also by a guess where none is declared.
    bool explains(const DcmTagKey &tag) const;
    /// As likelierSet() of this attribute.
    QString likelier(const DcmTagKey &tag) const;
    /// The defined term of the character set that was guessed for this attribute; empty where none was.
    QString guessed(const DcmTagKey &tag) const;

private:
    DcmItem &m_dataset;
    bool m_isOverridden;
    CharacterSet m_set;
};

/// A value as DatasetText gives it, by a character set of one's own.
QString textBy(const CharacterSet &set, const QByteArray &bytes);

/// The defined term of the set that these bytes look like rather: `set` has accented letters for them, and yet they are what UTF-8 or GB 2312
/// would write, which many devices do under another label. Empty where nothing is suspicious. For a hint; the reader decides.
QString likelierSet(const CharacterSet &set, const QByteArray &bytes);

/// A value as it stands in the data set, several ones joined.
QByteArray rawText(DcmItem &item, const DcmTagKey &tag);

/// A DICOM person name for the eye: "Wang^Xiaoming=王^小明" gives 王小明, "Müller^Jörg" gives Müller Jörg.
QString personName(const QString &pn);

} // namespace simiao::dicom
