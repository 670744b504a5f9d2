#pragma once

#include "core/result.h"
#include "integration/dimse/film_image.h"

#include <QStringList>

namespace simiao::dimse {

/// How films are made (PS3.3 C.13.1, C.13.3); what is empty is the printer's own choice.
struct FilmForm
{
    int columns = 1;
    int rows = 1;
    bool isLandscape = false;
    QString filmSize = {}; ///< Film Size ID: 14INX17IN, A4 …
    QString medium = {};   ///< Medium Type: PAPER, BLUE FILM, CLEAR FILM
    int copies = 1;

    bool operator==(const FilmForm &) const = default;
};

/// What a printer says of itself (PS3.3 C.13.9).
struct PrinterState
{
    QString status; ///< NORMAL, WARNING, FAILURE
    QString info;   ///< why: SUPPLY LOW …
    QString name;

    bool operator==(const PrinterState &) const = default;
};

// The data sets of PS3.4 annex H, as they go over the wire in `syntax` (implicit or explicit VR little endian). \thread any, pure

QByteArray filmSessionData(const FilmForm &form, const QString &syntax);
QByteArray filmBoxData(const FilmForm &form, const QString &sessionUid, const QString &syntax);
/// \param position  from 1
QByteArray imageBoxData(const FilmImage &image, int position, const QString &syntax);

/// The image boxes of a film that was made, in their order. Invalid `archive.answer`.
Result<QStringList> imageBoxesIn(const QByteArray &answer, const QString &syntax);
/// Invalid `archive.answer`.
Result<PrinterState> printerStateIn(const QByteArray &answer, const QString &syntax);

} // namespace simiao::dimse
