#pragma once

#include "core/config.h"
#include "integration/dimse/destination.h"

#include <vector>

namespace simiao::dimse {

/// A film printer of the settings, and what is in it.
struct FilmPrinter
{
    Destination peer;
    QString filmSize = {}; ///< Film Size ID; empty: the printer's own choice
    QString medium = {};   ///< Medium Type; as above
    int bits = 8;          ///< of a grey, 8 or 12

    bool operator==(const FilmPrinter &) const = default;
};

/// What `dicom.printers` says: a list of addresses as of archives, with `film`, `medium` and `bits` besides.
struct FilmPrinters
{
    std::vector<FilmPrinter> printers;
    std::vector<Error> faults; ///< `archive.address`, `archive.title`
};

FilmPrinters filmPrinters(const Config &config);

/// Reads one such address as parsedAddress() reads others: who we are to the printer, and files of TLS, are not part of it.
Result<FilmPrinter> parsedFilmPrinter(const QString &address);

/// A code string of PS3.5 6.2, at most 16 characters: what Film Size ID and Medium Type hold.
bool isFilmCode(const QString &text);

/// The printer of that name, or the one at that address. NotFound `film.unknown` with the names there are; as above
Result<FilmPrinter> filmPrinterNamed(const QString &nameOrAddress, const Config &config);

} // namespace simiao::dimse
