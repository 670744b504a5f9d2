#pragma once

#include "imaging/models/image_stack.h"
#include "imaging/models/measurement_book.h"
#include "imaging/models/seen_picture.h"
#include "sdk/visit.h"
#include "workflow/ports/imaging_objects.h"

#include <QObject>

#include <deque>
#include <functional>

namespace simiao::viewer {

/// Writes what a person found as DICOM objects: the shown slice as a key image, the measurements of the shown series as
/// presentation states and a report. One at a time. \thread GUI
class ObjectWriter : public QObject
{
    Q_OBJECT

public:
    /// \param visit, stack, book  not owned, \param images, objects  may be null: then nothing can be written
    ObjectWriter(sdk::Visit *visit, ImageStack *stack, MeasurementBook *book, QObject *parent = nullptr);
    ~ObjectWriter() override;

    /// Another stack is worked with now. \param stack  not owned
    void setStack(ImageStack *stack);
    /// How the view of that stack shows it; asked when something is written.
    void setShowing(std::function<Showing()> showing) { m_showing = std::move(showing); }

    bool isBusy() const { return m_isBusy; }
    /// There is something that could be written of, and somebody who writes.
    bool isUsable() const { return m_objects && m_stack->count() > 0; }
    bool canMark() const;
    bool canSave() const;
    /// A key object selection of the shown slice, and a line in the note.
    void markKeyImage();
    void saveMeasurements();

Q_SIGNALS:
    void changed();
    /// \param what  words for the person
    void written(const std::vector<simiao::workflow::ImagingObject> &objects, const QString &what);
    void failed(const simiao::Error &error);

private:
    using Written = Result<std::vector<workflow::ImagingObject>>;

    std::vector<Slice> measuredSlices() const;
    workflow::Authorship authorship() const;
    std::vector<workflow::WordedMeasurement> wordedOn(const Slice &slice, const imaging::Frame &frame) const;
    QStringList measuredWords() const;
    void loadNext();
    void takeFrame(const Slice &slice, const Result<FramePtr> &answer);
    void store();
    bool isOfAnother() const;
    void takeKeyImage(const Written &answer, const QString &line);
    void take(const Written &answer, const QString &what);
    void setBusy(bool isBusy);
    void fail(const Error &error);

    sdk::Visit *m_visit;
    ImageStack *m_stack;
    MeasurementBook *m_book;
    std::function<Showing()> m_showing;
    std::shared_ptr<workflow::ImageSource> m_images;
    std::shared_ptr<workflow::ImagingObjects> m_objects;
    std::deque<Slice> m_toLoad;
    std::vector<workflow::MeasuredPicture> m_pictures;
    bool m_isBusy = false;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
