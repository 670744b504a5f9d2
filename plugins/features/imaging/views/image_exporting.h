#pragma once

#include "imaging/models/export_wish.h"
#include "imaging/models/measurement_book.h"
#include "imaging/models/slice.h"
#include "imaging/views/picture_file.h"
#include "workflow/context.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <optional>

namespace simiao::viewer {

/// What the pictures of an export look like: those of the series that is shown, as they are shown.
struct ExportSubject
{
    workflow::ImageSeries series;
    int shown = 0;                               ///< slice, from 0
    std::optional<imaging::GreyDisplay> display; ///< nothing: each picture's own window
    QString mrn;
    QFont font;
    /// Over the pictures that it names; null: none.
    std::shared_ptr<const imaging::PresentationState> state = {};
    bool isAsStated = false; ///< cut to its area and turned: nobody moved the picture to see the rest
    const MeasurementBook *book = nullptr; ///< not owned; null: nothing was drawn
    /// Of the study of the series: what goes along when all of it is wanted.
    std::vector<workflow::ImageSeries> study = {};
    std::vector<workflow::ExportedObject> objects = {};
    QStringList places = {};
};

/// Takes images out of the computer: asks for the right and leaves the trail first, then writes off the GUI thread, tells n of m, and can
/// be stopped. One at a time. \thread GUI
class ImageExporting : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, Running, Done, Failed };

    ImageExporting(workflow::Context context,
                   std::shared_ptr<workflow::ImageSource> source,
                   Id<administration::Patient> patient,
                   QObject *parent = nullptr);
    ~ImageExporting() override;

    /// DICOM files can be written: the source offers it.
    bool canExportFiles() const { return m_exporter != nullptr; }

    /// Ignored while an export runs.
    void start(const ExportWish &wish, const ExportSubject &subject);
    /// The file that is being written is finished; what is there stays.
    void cancel();
    /// Back to Idle.
    void dismiss();

    Step step() const { return m_step; }
    bool isRunning() const { return m_step == Step::Running; }
    const ExportWish &wish() const { return m_wish; }
    workflow::TransferCount count() const;
    /// What came of it; endedBy also where nothing could be begun.
    const workflow::ImageExport &result() const { return m_result; }

Q_SIGNALS:
    void changed();

private:
    void setStep(Step step);
    void exportFiles();
    void exportPictures();
    void fetchNext();
    void write(Result<std::shared_ptr<const imaging::Frame>> frame);
    void takeWritten(const Result<void> &written);
    void end(std::optional<Error> endedBy);
    PictureFile fileOf(std::shared_ptr<const imaging::Frame> frame) const;
    void notePresentation(const PictureFile &file);

    /// Told by the thread that writes, shown by this one some times a second.
    struct Told
    {
        std::atomic<int> done = 0;
        std::atomic<int> failed = 0;
        std::atomic<int> total = 0;
    };

    workflow::Context m_context;
    std::shared_ptr<workflow::ImageSource> m_source;
    std::shared_ptr<workflow::ImageExporter> m_exporter; ///< the same object, where it can write
    Id<administration::Patient> m_patient;
    QThreadPool m_pool;
    QTimer m_beat;
    Step m_step = Step::Idle;
    ExportWish m_wish;
    ExportSubject m_subject;
    std::vector<Slice> m_slices; ///< still to be written, the next one last
    std::size_t m_total = 0;
    std::shared_ptr<Told> m_told;
    workflow::ImageExport m_result;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
