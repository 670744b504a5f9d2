#pragma once

#include "integration/dicom/repertoire.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace simiao::dicom {

/// A text with the answer whether its bytes were what its character set says.
struct DecodedText
{
    QString text;
    /// False: some bytes have no meaning there; they stand in `text` as Latin-1, so that none is lost.
    bool isClean = true;

    bool operator==(const DecodedText &) const = default;
};

/// The repertoires of a Specific Character Set (0008,0005) and how their bytes are read (PS3.5 6.1, PS3.3 C.12.1.1.2):
/// single-byte sets, UTF-8, GB18030 and GBK without a backslash being seen inside a character, and ISO 2022 switching
/// among single and double-byte sets, which begins anew at each delimiter.
class CharacterSet
{
public:
    /// \param terms  the values of the attribute, the first may be empty; none at all is the default repertoire.
    ///               Spelling mistakes that are common are understood.
    explicit CharacterSet(const QStringList &terms = {});

    /// Every term is known.
    bool isKnown() const { return m_isKnown; }
    /// It says more than the default repertoire of ASCII.
    bool isDeclared() const { return m_isDeclared; }

    /// Nothing but Latin-1, or nothing at all: what devices declare that know no better.
    bool isWestern() const
    {
        return m_whole == Whole::No && (m_upper == Repertoire::Latin1 || !m_isDeclared);
    }

    /// \param delimiters  the characters at which the first set holds again, besides control characters
    DecodedText decode(const QByteArray &bytes, QByteArrayView delimiters = "\\^=") const;

private:
    enum class Whole { No, Utf8, Gb18030 };

    void take(const QString &term, bool isFirst);

    Whole m_whole = Whole::No;
    Repertoire m_lower = Repertoire::Ascii; ///< G0 at the beginning
    Repertoire m_upper = Repertoire::None;  ///< G1 at the beginning
    /// The G1 set of a further term, for writers that forget the escape sequence.
    Repertoire m_fallbackUpper = Repertoire::None;
    bool m_isKnown = true;
    bool m_isDeclared = false;
};

/// GB18030, of which GBK and GB 2312 are parts; a character of two or four bytes is never split.
DecodedText fromGb18030(const QByteArray &bytes);
DecodedText fromUtf8(const QByteArray &bytes);

} // namespace simiao::dicom
