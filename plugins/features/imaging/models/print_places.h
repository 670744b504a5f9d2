#pragma once

#include "document/print/printers.h"
#include "domain/administration/desk_device.h"
#include "imaging/models/print_layout.h"
#include "workflow/context.h"
#include "workflow/ports/film_printer.h"

#include <QObject>

#include <optional>

namespace simiao::viewer {

/// Where a page can go.
struct PrintPlace
{
    QString printer;                          ///< empty: a PDF file, or films
    std::optional<document::PageSetup> setup; ///< paper and offset that the desk's printer is set up with
    std::shared_ptr<workflow::FilmPrinter> filmPrinter = {}; ///< null: paper or a file

    bool isPdf() const { return printer.isEmpty() && !filmPrinter; }
    /// Tells it from the others; stays when more of them are found.
    QString key() const
    {
        return filmPrinter ? QStringLiteral("film:") + filmPrinter->displayName()
                           : QStringLiteral("paper:") + printer;
    }
    bool operator==(const PrintPlace &other) const { return key() == other.key(); }
};

/// The desk's own printer for reports first, then the others of this computer, a file, and last film printers: nobody prints on film
/// without having chosen it. \thread GUI
class PrintPlaces : public QObject
{
    Q_OBJECT

public:
    PrintPlaces(workflow::Context context,
                std::shared_ptr<document::Printers> printers,
                std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters = {},
                QObject *parent = nullptr);

    /// A file and films alone until the printers are found.
    std::vector<PrintPlace> places() const;
    bool isLooking() const { return m_isLooking; }
    /// Why no printers were found.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void takeDevices(const Result<std::vector<administration::DeskDevice>> &devices);
    void takeInstalled(const Result<QStringList> &names);

    std::shared_ptr<document::Printers> m_printers;
    std::vector<std::shared_ptr<workflow::FilmPrinter>> m_filmPrinters;
    std::optional<administration::DeskDevice> m_device;
    QStringList m_installed;
    bool m_isLooking = true;
    std::optional<Error> m_error;
};

} // namespace simiao::viewer
