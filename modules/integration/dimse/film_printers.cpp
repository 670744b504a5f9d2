#include "integration/dimse/film_printers.h"

#include "core/try.h"
#include "integration/dimse/archive_settings.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestCode = 16; // VR CS

/// A code string of PS3.5 6.2: what the two attributes hold.
bool isCode(const QString &text)
{
    const auto fits = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u' ' || c == u'_';
    };
    return text.size() <= kLongestCode && std::ranges::all_of(text, fits);
}

Result<FilmPrinter> readPrinter(const QString &address, const Config &config)
{
    // "BLUE FILM" is written as it is called.
    QUrl url(QString(address).replace(u' ', u"%20"_s), QUrl::StrictMode);
    QUrlQuery query(url);
    const auto taken = [&query](const QString &key) {
        const auto value = query.queryItemValue(key, QUrl::FullyDecoded);
        query.removeAllQueryItems(key);
        return value;
    };
    FilmPrinter printer;
    printer.filmSize = taken(u"film"_s);
    printer.medium = taken(u"medium"_s);
    const auto bits = taken(u"bits"_s);
    const auto wrong = [&address](const QString &what) {
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"archive.address"_s,
                     .detail = u"%1: %2"_s.arg(address, what)};
    };
    if (!isCode(printer.filmSize))
        return wrong(u"film=%1 is no code"_s.arg(printer.filmSize));
    if (!isCode(printer.medium))
        return wrong(u"medium=%1 is no code"_s.arg(printer.medium));
    if (!bits.isEmpty() && bits != u"8" && bits != u"12")
        return wrong(u"bits=%1 is not 8 or 12"_s.arg(bits));
    printer.bits = bits == u"12" ? 12 : 8;
    url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    TRY(printer.peer,
        destinationNamed(url.isValid() ? url.toString(QUrl::FullyEncoded) : address, {}, config));
    return printer;
}

} // namespace

FilmPrinters filmPrinters(const Config &config)
{
    FilmPrinters all;
    for (const auto &address : config.list(u"dicom.printers"_s)) {
        auto printer = address.contains(u"://")
            ? readPrinter(address, config)
            : Result<FilmPrinter>(Error{ErrorKind::Invalid, u"archive.address"_s, address});
        if (printer)
            all.printers.push_back(*std::move(printer));
        else
            all.faults.push_back(printer.error());
    }
    return all;
}

Result<FilmPrinter> filmPrinterNamed(const QString &nameOrAddress, const Config &config)
{
    if (nameOrAddress.contains(u"://"))
        return readPrinter(nameOrAddress, config);
    QStringList names;
    for (const auto &printer : filmPrinters(config).printers) {
        if (printer.peer.name == nameOrAddress)
            return printer;
        names.append(printer.peer.name);
    }
    return Error{.kind = ErrorKind::NotFound, .code = u"film.unknown"_s, .detail = names.join(u", "_s)};
}

} // namespace simiao::dimse
