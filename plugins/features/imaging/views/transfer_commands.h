#pragma once

#include "imaging/views/export_dialog.h"
#include "imaging/views/image_exporting.h"

#include <QAction>
#include <QPointer>

class QMimeData;

namespace simiao::sdk {
class Visit;
}

namespace simiao::viewer {

class ActiveView;
class ImageAttachment;
class ObjectList;
class SeriesList;

/// What can leave the computer beside the picture that is shown. Not owned, outlives who uses it; may be null.
struct ExportStock
{
    const MeasurementBook *book = nullptr;
    const SeriesList *series = nullptr;
    const ObjectList *objects = nullptr;
};

/// What brings images in from elsewhere on this computer, and out: paste, drop, export. \thread GUI
class TransferCommands : public QObject
{
    Q_OBJECT

public:
    /// \param panel  takes drops from now on, \param visit, active, attachment  not owned, outlive this
    TransferCommands(sdk::Visit *visit,
                     std::shared_ptr<workflow::ImageSource> source,
                     ActiveView *active,
                     ImageAttachment *attachment,
                     ExportStock stock,
                     QWidget *panel);

    QAction *exportAction() const { return m_export; }
    QList<QAction *> actions() const { return {m_export, m_paste}; }
    ImageExporting *exporting() const { return m_exporting; }

    /// Texts in the current language.
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void openDialog();
    void start(ExportWish wish);
    void addStudy(ExportSubject &subject) const;
    void take(const QStringList &paths);

    sdk::Visit *m_visit;
    std::shared_ptr<workflow::ImageSource> m_source;
    ActiveView *m_active;
    ImageAttachment *m_attachment;
    ExportStock m_stock;
    QWidget *m_panel;
    ImageExporting *m_exporting;
    QAction *m_export;
    QAction *m_paste;
    QPointer<ExportDialog> m_dialog;
    ExportSubject m_subject;     ///< of the dialog: what was shown when it was opened
    bool m_hasOwnWindow = false; ///< the window of what was shown is somebody's choice
};

} // namespace simiao::viewer
