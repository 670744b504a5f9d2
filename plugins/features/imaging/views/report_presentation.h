#pragma once

#include "imaging/models/corner_texts.h"
#include "imaging/models/slice.h"
#include "imaging/views/presented_picture.h"
#include "ui/widgets/themed_widget.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace simiao::viewer {

/// A slice with the series it belongs to.
struct FoundSlice
{
    Slice slice;
    QString seriesInstanceUid;
    QString name = {}; ///< for a reader: "CT Chest, 2026-11-22, slice 11/40"
    workflow::ImageSeries series = {};
    int number = 0; ///< from 0, among the slices of the series
    int count = 1;
};

/// Where a picture that an object names is; nothing where it is not among the patient's.
using SliceFinder = std::function<std::optional<FoundSlice>(const QString &sopInstanceUid, int frame)>;

/// The pictures of a presentation state as it wants them shown; PageUp and PageDown go through them. What it does not name is
/// never shown by it, and what cannot be shown says why. \thread GUI
class ReportPresentation : public ui::ThemedWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)
    Q_PROPERTY(bool isLoaded READ isLoaded)

public:
    explicit ReportPresentation(std::shared_ptr<workflow::ImageSource> images, QWidget *parent = nullptr);
    ~ReportPresentation() override;

    void setState(const imaging::PresentationState &state, SliceFinder find);
    QString text() const;
    /// Why there is no picture; empty while there is one.
    const QString &why() const { return m_why; }
    bool isLoaded() const { return !m_picture.isEmpty(); }
    const PresentedPicture &picture() const { return m_picture; }
    void leaf(int pictures);

    QSize sizeHint() const override { return {480, 480}; }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// One for each frame that the state names.
    struct Named
    {
        QString sopInstanceUid;
        int frame = 0;
    };

    void show(std::size_t index);
    void take(int generation,
              const FoundSlice &found,
              const Result<std::shared_ptr<const imaging::Frame>> &frame);
    void say(const QString &why);
    QString title() const;
    CornerTexts cornersOf(const FoundSlice &found,
                          const std::shared_ptr<const imaging::Frame> &frame,
                          const imaging::Presentation &presentation) const;

    std::shared_ptr<workflow::ImageSource> m_images;
    imaging::PresentationState m_state;
    SliceFinder m_find;
    std::vector<Named> m_named;
    std::size_t m_index = 0;
    int m_generation = 0;
    PresentedPicture m_picture;
    CornerTexts m_corners; ///< of the picture
    QString m_why;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
