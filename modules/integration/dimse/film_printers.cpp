#include "integration/dimse/film_printers.h"

#include "core/try.h"
#include "integration/dimse/address.h"
#include "integration/dimse/archive_settings.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestCode = 16; // VR CS

/// An address without what only printers have, and what that was.
struct FilmAddress
{
    QString peer;
    FilmPrinter printer;
};

Result<FilmAddress> filmAddress(const QString &address)
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
    if (!isFilmCode(printer.filmSize))
        return wrong(u"film=%1 is no code"_s.arg(printer.filmSize));
    if (!isFilmCode(printer.medium))
        return wrong(u"medium=%1 is no code"_s.arg(printer.medium));
    if (!bits.isEmpty() && bits != u"8" && bits != u"12")
        return wrong(u"bits=%1 is not 8 or 12"_s.arg(bits));
    printer.bits = bits == u"12" ? 12 : 8;
    url.setQuery(query.isEmpty() ? QString() : query.query(QUrl::FullyEncoded));
    return FilmAddress{url.isValid() ? url.toString(QUrl::FullyEncoded) : address, std::move(printer)};
}

Result<FilmPrinter> readPrinter(const QString &address, const Config &config)
{
    TRY(auto read, filmAddress(address));
    TRY(read.printer.peer, destinationNamed(read.peer, {}, config));
    return read.printer;
}

} // namespace

Result<FilmPrinter> parsedFilmPrinter(const QString &address)
{
    TRY(auto read, filmAddress(address));
    TRY(read.printer.peer, parsedAddress(read.peer));
    return read.printer;
}

bool isFilmCode(const QString &text)
{
    const auto fits = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u' ' || c == u'_';
    };
    return text.size() <= kLongestCode && std::ranges::all_of(text, fits);
}

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
