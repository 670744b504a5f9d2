#pragma once

#include "document/print/print_run.h"
#include "imaging/models/print_wish.h"
#include "imaging/views/sheet_maker.h"
#include "workflow/context.h"

#include <functional>

namespace simiao::viewer {

/// Puts pictures on paper or into a PDF file: asks for the right and leaves the trail first, then makes and paints a page after the
/// other, tells n of m, and can be stopped. One at a time. \thread GUI
class ImagePrinting : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, Running, Done, Failed };
    using RunMaker = std::function<std::unique_ptr<document::PrintRun>(const PrintWish &wish)>;

    /// \param run  null: printers and files of this computer
    ImagePrinting(workflow::Context context,
                  std::shared_ptr<workflow::ImageSource> source,
                  const MeasurementBook *book,
                  Id<administration::Patient> patient,
                  RunMaker run = nullptr,
                  QObject *parent = nullptr);
    ~ImagePrinting() override;

    /// Ignored while a print runs.
    void start(const PrintWish &wish, const SheetStyle &style);
    /// The page that is being made is the last one.
    void cancel();
    /// Back to Idle.
    void dismiss();

    Step step() const { return m_step; }
    bool isRunning() const { return m_step == Step::Running; }
    const PrintWish &wish() const { return m_wish; }
    /// Pages that are painted, and of how many.
    int done() const { return m_done; }
    int total() const { return m_wish.plan.pageCount(); }
    /// Pages that are, or will be, on paper or in the file. After the end.
    int gone() const { return m_gone; }
    bool isStopped() const { return m_isStopped; }
    /// Pictures that are missing on the pages; why the first is.
    const std::vector<Error> &missing() const { return m_missing; }
    /// What a film printer did otherwise than asked, in its words, each once.
    const QStringList &warnings() const { return m_warnings; }
    /// Why not all of it went out.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void setStep(Step step);
    void paint(const std::shared_ptr<const PrintedSheet> &sheet, const std::vector<Error> &missing);
    void takePainted(const Result<void> &painted);
    void finish();
    void stopAfter(std::optional<Error> error);
    std::unique_ptr<document::PrintRun> runFor(const PrintWish &wish);

    workflow::Context m_context;
    Id<administration::Patient> m_patient;
    SheetMaker m_maker;
    RunMaker m_makeRun;
    std::unique_ptr<document::PrintRun> m_run;
    Step m_step = Step::Idle;
    PrintWish m_wish;
    SheetStyle m_style;
    int m_done = 0;
    int m_gone = 0;
    bool m_isStopWanted = false;
    bool m_isStopped = false;
    std::vector<Error> m_missing;
    QStringList m_warnings;
    std::optional<Error> m_error;
};

} // namespace simiao::viewer
