#pragma once

#include "imaging/models/frame_cache.h"
#include "imaging/models/sending_choice.h"
#include "imaging/models/viewer_data.h"
#include "sdk/visit.h"
#include "ui/widgets/state_view.h"

namespace simiao::viewer {

class ActionRow;
class ArchiveAccess;
class CharacterCommands;
class DayPrefetch;
class IdentityLine;
class ImageAttachment;
class ImageCells;
class ImageStack;
class KeyImageMarks;
class MeasurementBook;
class ObjectPages;
class ObjectWriter;
class PresentationCommands;
class PrintCommands;
class ScreenCalibration;
class SendCommands;
class SeriesBar;
class SeriesList;
class SeriesPlacer;
class SeriesShelf;
class TransferCommands;
class ViewerCommands;
class Viewport;
class ViewportScreens;
class VolumeOpener;
class WorklistAccess;

/// The images of one visit's patient: choice of series, viewports, buttons, and whatever is to be said about
/// whose images these are.
class ImagingPanel : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param visit  not owned, outlives the panel
    /// \param data  null: read from the desk's resources
    ImagingPanel(sdk::Visit *visit,
                 std::shared_ptr<FrameCache> cache,
                 std::shared_ptr<const ViewerData> data = nullptr,
                 QWidget *parent = nullptr);

    /// What the panel says in words: the state, else the series that is shown and whose it is.
    QString text() const;

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void wire();
    void registerCommands();
    void followList();
    std::optional<SendingChoice> sendable() const;
    void showIdentity();
    std::vector<workflow::ImageSeries> shownSeries() const;
    std::vector<workflow::ImageSeries> shownStudy() const;
    ImageStack *stack() const;
    Viewport *viewport() const;
    void showSafety();
    void showState();
    ui::ViewState state() const;
    bool isExcused(const Error &error) const;
    ui::ViewState errorState() const;
    void actOnState();
    void sayFaults(const ViewerData &data);
    void hangWhenSeen();
    void hangAgain();
    void openAttachDialog();
    void showComing(const QString &place, const QString &studyUid);
    void showNothingComing();
    bool isStudyShown(const QString &seriesUid) const;
    void countKeyImages();
    void showPage();
    void takeAttached(const std::vector<diagnostics::ImagingStudy> &studies, const QString &seriesUid);

    std::shared_ptr<const ViewerData> m_data;
    sdk::Visit *m_visit;
    std::shared_ptr<workflow::ImageSource> m_source; ///< null: no plugin provides one
    DayPrefetch *m_prefetch;                         ///< of the session
    SeriesList *m_list;
    ImageAttachment *m_attachment;
    ArchiveAccess *m_archives;
    WorklistAccess *m_worklists;
    CharacterCommands *m_characters;
    MeasurementBook *m_book;
    ImageCells *m_cells;
    SeriesPlacer *m_placer;
    SeriesShelf *m_shelf;
    ViewerCommands *m_commands;
    ObjectWriter *m_writer;
    ObjectPages *m_pages;
    KeyImageMarks *m_keyMarks;
    PresentationCommands *m_presentations;
    TransferCommands *m_transfer;
    PrintCommands *m_printing;
    ViewportScreens *m_screens;
    ScreenCalibration *m_calibration;
    SendCommands *m_send;
    SeriesBar *m_bar;
    IdentityLine *m_identity;
    ui::StateView *m_state;
    VolumeOpener *m_volumes;
    ActionRow *m_row;
    bool m_isHung = false; ///< the studies were laid out
    bool m_areHers = true; ///< no image of another person, or of nobody, is shown
    QString m_coming;      ///< place of a study that is on its way, and not on record
    QString m_toShow;      ///< series to be shown when it is listed: just attached
};

} // namespace simiao::viewer
