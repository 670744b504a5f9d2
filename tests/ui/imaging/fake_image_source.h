#pragma once

#include "domain/administration/patient.h"
#include "imaging/models/frame_cache.h"
#include "imaging/preview.h"
#include "support/patience.h"

#include <QCoroFuture>
#include <QFuture>
#include <QPromise>

#include <functional>
#include <map>

namespace simiao::test {

using viewer::FramePtr;

/// A grey frame of 16-bit Hounsfield units, all `value`, with the given own window.
inline FramePtr aFrame(int columns = 8,
                       int rows = 8,
                       double value = 40,
                       imaging::VoiWindow window = {40, 400})
{
    const auto geometry = imaging::FrameGeometry::create(columns, rows, 1, imaging::SampleType::I16);
    const std::vector<std::int16_t> samples(static_cast<std::size_t>(geometry->sampleCount()),
                                            static_cast<std::int16_t>(value));
    const auto bytes = std::as_bytes(std::span(samples));
    return *imaging::Frame::create({.geometry = *geometry, .bitsStored = 16, .windows = {window}},
                                   {bytes.begin(), bytes.end()});
}

/// What stands in for `whole` while it is on its way.
inline FramePtr aPreviewOf(const FramePtr &whole)
{
    auto facts = whole->facts();
    facts.defects.push_back({imaging::kPreview, QStringLiteral("1/4")});
    return *imaging::Frame::create(facts, {whole->bytes().begin(), whole->bytes().end()});
}

/// `slices` single-frame instances, labelled as the given patient's.
inline workflow::ImageSeries aSeries(const QString &uid,
                                     int slices,
                                     const administration::Patient &patient = {})
{
    workflow::ImageSeries series;
    series.studyInstanceUid = QStringLiteral("2.25.1");
    series.seriesInstanceUid = uid;
    series.modality = QStringLiteral("CT");
    series.studyDescription = QStringLiteral("Chest");
    series.studyDate = QStringLiteral("2026-11-22");
    series.patientName = patient.name;
    series.patientId = patient.mrn;
    series.patientBirthDate = patient.birthDate.toIso();
    for (int i = 0; i < slices; ++i)
        series.instances.push_back({QStringLiteral("%1.%2").arg(uid).arg(i), i + 1, 1, uid});
    return series;
}

/// Answers at once, or when the test says so.
class FakeImageSource : public workflow::ImageSource
{
public:
    using Listing = Result<std::vector<workflow::ImageSeries>>;
    using Picture = Result<FramePtr>;

    ~FakeImageSource() override
    {
        while (!m_held.empty())
            release();
    }

    std::map<QString, Listing> places;
    FramePtr picture = aFrame();
    /// Makes the picture of an instance in place of `picture`.
    std::function<FramePtr(const workflow::ImageInstance &)> make;
    /// What comes before the picture of an instance; null: the picture itself.
    std::function<FramePtr(const workflow::ImageInstance &)> makePreview;
    std::optional<Error> failure; ///< what frames answer instead
    bool isHolding = false;       ///< frames wait for release()
    QStringList asked;            ///< SOP instance UIDs, in order; previews too

    /// What patients are called by a character set; of others the texts cannot be read.
    std::map<QString, QString> names;
    QStringList unreadable; ///< series whose texts cannot be read again
    bool areClean = true;   ///< the texts have a meaning as they are declared
    QString likelier;       ///< what the texts look like as they are declared
    QStringList readBy;     ///< character sets by which texts were asked for, in order
    QStringList listed;     ///< places, in order

    std::size_t held() const { return m_held.size(); }

    /// Answers the request that waits longest.
    void release()
    {
        auto held = std::move(m_held.front());
        m_held.erase(m_held.begin());
        held.promise.addResult(now(held));
        held.promise.finish();
    }

    Task<Result<std::vector<workflow::SeriesReading>>> readTexts(std::vector<workflow::ImageSeries> series,
                                                                 QString characterSet,
                                                                 std::stop_token) override
    {
        using Readings = Result<std::vector<workflow::SeriesReading>>;
        readBy.append(characterSet);
        const auto name = names.find(characterSet);
        if (name == names.end())
            co_return Readings(Error{ErrorKind::Unavailable, QStringLiteral("imaging.no-charsets")});
        std::vector<workflow::SeriesReading> readings;
        for (auto &one : series) {
            if (unreadable.contains(one.seriesInstanceUid)) {
                readings.push_back({.series = std::move(one), .declared = {}});
                continue;
            }
            one.patientName = name->second;
            one.characterSet = characterSet;
            readings.push_back({.series = std::move(one),
                                .declared = QStringLiteral("ISO_IR 100"),
                                .isClean = areClean || !characterSet.isEmpty(),
                                .likelier = characterSet.isEmpty() ? likelier : QString()});
        }
        co_return Readings(std::move(readings));
    }

    Task<Listing> list(QString location, std::stop_token) override
    {
        listed.append(location);
        const auto place = places.find(location);
        if (place == places.end())
            co_return Error{ErrorKind::NotFound, QStringLiteral("imaging.location-missing")};
        co_return Listing(place->second);
    }

    Task<Picture> frame(workflow::ImageInstance instance, int, std::stop_token) override
    {
        return answer({instance, false});
    }
    Task<Picture> preview(workflow::ImageInstance instance, int index, std::stop_token stop) override
    {
        // Those that derive from this may make frames in their own way.
        return makePreview ? answer({instance, true}) : frame(std::move(instance), index, std::move(stop));
    }

private:
    struct Asked
    {
        workflow::ImageInstance instance;
        bool isPreview = false;
        QPromise<Picture> promise = {};
    };

    Task<Picture> answer(Asked what)
    {
        asked.append(what.instance.sopInstanceUid);
        auto &held = m_held.emplace_back(std::move(what));
        held.promise.start();
        auto answer = held.promise.future();
        if (!isHolding) {
            held.promise.addResult(now(held));
            held.promise.finish();
            m_held.pop_back();
        }
        return taskOf(answer);
    }
    static Task<Picture> taskOf(QFuture<Picture> answer) { co_return co_await answer; }
    Picture now(const Asked &what) const
    {
        if (failure)
            return *failure;
        if (what.isPreview && makePreview)
            return makePreview(what.instance);
        return make ? make(what.instance) : picture;
    }

    std::vector<Asked> m_held;
};

} // namespace simiao::test
