#pragma once

#include "imaging/volume/volume_builder.h"

#include <cstring>
#include <functional>

namespace simiao::test {

/// Slices of a synthetic series, and the volume of them. What the device measured is a function of the place in the patient, so
/// that a test knows what any plane must show.
struct SyntheticSeries
{
    using Measured = std::function<double(const imaging::Vector3 &place)>;

    int columns = 24;
    int rows = 20;
    double columnMm = 0.8;
    double rowMm = 1.1;
    imaging::ImageOrientation orientation{{1, 0, 0}, {0, 1, 0}};
    std::vector<imaging::Vector3> positions; ///< of the slices
    imaging::SampleType type = imaging::SampleType::I16;
    double slope = 1;
    double intercept = 0;
    std::optional<imaging::ValueRange> padding = {};
    Measured measured = [](const imaging::Vector3 &) { return 0.0; };

    /// `count` slices, `stepMm` apart along `way`.
    SyntheticSeries &stacked(int count, double stepMm, const imaging::Vector3 &way = {0, 0, 1})
    {
        using imaging::operator*;
        for (int i = 0; i < count; ++i)
            positions.push_back(way * (i * stepMm));
        return *this;
    }

    std::shared_ptr<const imaging::Frame> frame(std::size_t index) const
    {
        using imaging::operator+;
        using imaging::operator*;
        imaging::FrameFacts facts{.geometry = imaging::FrameGeometry::create(columns, rows, 1, type).value(),
                                  .bitsStored = 16};
        facts.modality = {.slope = slopeOf(index), .intercept = intercept, .unit = QStringLiteral("HU")};
        facts.padding = padding;
        facts.spacing = {rowMm, columnMm, imaging::SpacingBasis::PixelSpacing};
        facts.orientation = orientation;
        facts.position = positions[index];
        std::vector<std::byte> bytes;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const auto place = positions[index] + orientation.alongRow * (column * columnMm)
                    + orientation.alongColumn * (row * rowMm);
                append(bytes, (measured(place) - intercept) / slopeOf(index));
            }
        }
        return imaging::Frame::create(std::move(facts), std::move(bytes)).value();
    }

    std::vector<double> slopes = {}; ///< of each slice, in place of `slope`

    Result<imaging::VolumePtr> volume(std::int64_t mostBytes = 1 << 30) const
    {
        std::vector<std::shared_ptr<const imaging::Frame>> frames;
        std::vector<imaging::SlicePlace> places;
        std::vector<imaging::SliceScale> scales;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            frames.push_back(frame(i));
            places.push_back(imaging::placeOf(frames.back()->facts()));
            scales.push_back(imaging::scaleOfSlice(frames.back()->facts()));
        }
        auto plan = imaging::planStack(places);
        if (!plan)
            return plan.error();
        const auto order = plan->order;
        const auto &first = frames[std::size_t(order.front())]->facts();
        auto builder = imaging::VolumeBuilder::create(*std::move(plan), first, scales, mostBytes);
        if (!builder)
            return builder.error();
        for (int i = 0; i < int(order.size()); ++i) {
            if (auto added = builder->add(i, *frames[std::size_t(order[std::size_t(i)])]); !added)
                return added.error();
        }
        return std::move(*builder).finish({});
    }

private:
    double slopeOf(std::size_t index) const { return slopes.empty() ? slope : slopes[index]; }

    void append(std::vector<std::byte> &bytes, double stored) const
    {
        const auto put = [&](auto value) {
            const auto *first = reinterpret_cast<const std::byte *>(&value);
            bytes.insert(bytes.end(), first, first + sizeof value);
        };
        if (type == imaging::SampleType::U16)
            put(static_cast<std::uint16_t>(std::lround(stored)));
        else if (type == imaging::SampleType::F32)
            put(static_cast<float>(stored));
        else
            put(static_cast<std::int16_t>(std::lround(stored)));
    }
};

} // namespace simiao::test
