package org.copyflow.benchmarks.streams;

import java.util.List;
import java.util.SplittableRandom;

/// Makes plain Chinese articles that look like news: names that come back, figures, quotations. The same seed and
/// number give the same article. Immutable.
final class ChineseArticles {

    private static final List<String> PEOPLE =
            List.of("王建国", "李晓梅", "张志远", "陈思雨", "刘海涛", "赵文静", "孙立新", "周明华", "吴佳怡", "郑国强", "冯丽娜", "何俊杰");
    private static final List<String> PLACES = List.of("上海", "广州", "成都", "武汉", "杭州", "青岛", "西安", "重庆", "南京", "厦门");
    private static final List<String> BODIES =
            List.of("市交通运输局", "东海港务集团", "国家统计局", "长江航运公司", "北方电力公司", "市教育局", "海洋研究所", "江南银行");
    private static final List<String> SUBJECTS =
            List.of("集装箱运输", "风力发电", "地铁客流", "小麦出口", "夜间列车", "疫苗生产", "住房开工", "公共图书馆", "水位监测", "学校午餐");
    private static final int SENTENCE_CHARS = 32;

    private final long seed;

    ChineseArticles(long seed) {
        this.seed = seed;
    }

    /// An article of about so many characters, its title in the first line.
    String text(int number, int characters) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        String subject = pick(SUBJECTS, random);
        String person = pick(PEOPLE, random);
        var text = new StringBuilder(characters + 100);
        text.append("# ")
                .append(pick(PLACES, random))
                .append(subject)
                .append("报告第")
                .append(number)
                .append("期\n\n");
        for (int sentence = 0; sentence * SENTENCE_CHARS < characters; sentence++) {
            text.append(sentence(random, subject, person)).append(sentence % 4 == 3 ? "\n\n" : "");
        }
        return text.toString();
    }

    private static String sentence(SplittableRandom random, String subject, String person) {
        int amount = random.nextInt(2, 990);
        return switch (random.nextInt(5)) {
            case 0 ->
                "%s周二表示，%s的%s同比增长%.1f%%，达到%d万元。"
                        .formatted(
                                pick(BODIES, random), pick(PLACES, random), subject, random.nextDouble(1, 40), amount);
            case 1 -> "%s负责人%s说：“我们没有想到%s会恢复得这样快。”".formatted(pick(BODIES, random), person, subject);
            case 2 ->
                "据对%d户家庭的调查，%s和%s有超过%d万人依赖它。".formatted(amount * 3, pick(PLACES, random), pick(PLACES, random), amount);
            case 3 -> "%s告诉记者，%s将在年底前公布全部数据。".formatted(person, pick(BODIES, random));
            default -> "这项计划曾在%d年遭到%s反对，每年耗资%d亿元。".formatted(random.nextInt(1998, 2025), pick(BODIES, random), amount);
        };
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
