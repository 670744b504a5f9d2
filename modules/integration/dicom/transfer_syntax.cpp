#include "integration/dicom/transfer_syntax.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace simiao::dicom {

namespace {

constexpr QLatin1StringView kRoot("1.2.840.10008.1.2");

struct Entry
{
    std::string_view suffix; ///< behind 1.2.840.10008.1.2
    Codec codec;
    bool isLossy = false;
};

constexpr std::array kEntries{
    Entry{"", Codec::Native},
    Entry{".1", Codec::Native},
    Entry{".2", Codec::Native},
    Entry{".1.99", Codec::Native},
    Entry{".8.1", Codec::DeflatedFrame},
    Entry{".5", Codec::Rle},
    Entry{".4.50", Codec::Jpeg, true},
    Entry{".4.51", Codec::Jpeg, true},
    Entry{".4.52", Codec::Jpeg, true},
    Entry{".4.53", Codec::Jpeg, true},
    Entry{".4.54", Codec::Jpeg, true},
    Entry{".4.55", Codec::Jpeg, true},
    Entry{".4.56", Codec::Jpeg, true},
    Entry{".4.57", Codec::Jpeg},
    Entry{".4.58", Codec::Jpeg},
    Entry{".4.70", Codec::Jpeg},
    Entry{".4.80", Codec::JpegLs},
    Entry{".4.81", Codec::JpegLs, true},
    Entry{".4.90", Codec::Jpeg2000},
    Entry{".4.91", Codec::Jpeg2000, true},
    Entry{".4.92", Codec::Jpeg2000},
    Entry{".4.93", Codec::Jpeg2000, true},
    Entry{".4.201", Codec::Jpeg2000},
    Entry{".4.202", Codec::Jpeg2000},
    Entry{".4.203", Codec::Jpeg2000, true},
};

const Entry *entryOf(const QString &transferSyntax)
{
    if (!transferSyntax.startsWith(kRoot))
        return nullptr;
    const QByteArray suffix = transferSyntax.mid(kRoot.size()).toLatin1();
    const auto found = std::ranges::find(
        kEntries, std::string_view(suffix.constData(), std::size_t(suffix.size())), &Entry::suffix);
    return found == kEntries.end() ? nullptr : &*found;
}

} // namespace

Result<Codec> codecOf(const QString &transferSyntax)
{
    if (transferSyntax.isEmpty())
        return Codec::Native;
    if (const auto *entry = entryOf(transferSyntax))
        return entry->codec;
    return Error{.kind = ErrorKind::Invalid,
                 .code = QStringLiteral("imaging.transfer-syntax-unsupported"),
                 .detail = transferSyntax};
}

QStringList compressedSyntaxes()
{
    QStringList syntaxes;
    for (const auto &entry : kEntries) {
        if (entry.codec != Codec::Native)
            syntaxes.append(kRoot + QLatin1StringView(entry.suffix.data(), qsizetype(entry.suffix.size())));
    }
    return syntaxes;
}

bool isLossy(const QString &transferSyntax)
{
    const auto *entry = entryOf(transferSyntax);
    return entry != nullptr && entry->isLossy;
}

} // namespace simiao::dicom
