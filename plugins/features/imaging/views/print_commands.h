#pragma once

#include "imaging/views/image_printing.h"
#include "imaging/views/print_dialog.h"

#include <QAction>
#include <QPointer>

namespace simiao::sdk {
class Visit;
}

namespace simiao::viewer {

class ImageCells;
class MeasurementBook;
struct ViewerData;

/// Printing of what is shown: the action `imaging.print`, its window, and what is printed. \thread GUI
class PrintCommands : public QObject
{
    Q_OBJECT

public:
    /// \param printers  null: those of this computer; tests give their own
    /// \param visit, cells, book  not owned, outlive this
    PrintCommands(sdk::Visit *visit,
                  std::shared_ptr<workflow::ImageSource> source,
                  ImageCells *cells,
                  const MeasurementBook *book,
                  std::shared_ptr<const ViewerData> data,
                  QWidget *panel);

    QAction *print() const { return m_print; }
    ImagePrinting *printing() const { return m_printing; }
    /// Other printers than those of this computer.
    void setPrinters(std::shared_ptr<document::Printers> printers) { m_printers = std::move(printers); }

    /// Texts in the current language.
    void retranslate();

private:
    void follow();
    void openDialog();
    PrintSubject subject() const;
    bool isSomebodyElses(const PrintSubject &subject) const;
    SheetStyle styleOf(const PrintWish &wish) const;
    PrintForms forms() const;
    std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters() const;

    sdk::Visit *m_visit;
    std::shared_ptr<workflow::ImageSource> m_source;
    ImageCells *m_cells;
    const MeasurementBook *m_book;
    std::shared_ptr<const ViewerData> m_data;
    QWidget *m_panel;
    std::shared_ptr<document::Printers> m_printers;
    PrintForms m_forms; ///< as they were when the dialog opened: its preview asks for them with each change
    ImagePrinting *m_printing;
    QAction *m_print;
    QPointer<PrintDialog> m_dialog;
};

} // namespace simiao::viewer
