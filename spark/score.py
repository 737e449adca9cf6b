"""Judges a table of enterprises on Spark, with the SQL that `npm run sql -- --dialect spark --columns ... --out sql` has written.

    spark-submit spark/score.py --sql sql --table enterprises.parquet --out verdicts.parquet

The preflight runs first: whatever breaks the contract is told and nothing is written (exit code 2). Spark must be in ANSI mode, or an
amount out of range would silently become NULL, which reads as "not known yet". The verdicts stand under their name only when all are there.
"""

import argparse
import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession


def text(folder, name):
    return Path(folder, name).read_text(encoding="utf-8")


def session(app):
    builder = SparkSession.builder.appName(app)
    for key, value in {
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "false",
    }.items():
        # What was said on the command line stays; that it is ANSI is looked at below.
        if key not in dict(SparkSession.builder._options):
            builder = builder.config(key, value)
    return builder


def require_ansi(spark):
    if spark.conf.get("spark.sql.ansi.enabled") != "true":
        sys.exit("spark.sql.ansi.enabled is off: an overflow would read as not known yet. Nothing was judged.")


def source(spark, path):
    if path.endswith(".csv"):
        return spark.read.csv(path, header=True)
    return spark.read.parquet(path)


def preflight(spark, folder):
    return [(row.what, row.found) for row in spark.sql(text(folder, "preflight.sql")).collect()]


def write_whole(spark, frame, out):
    """Under a name of its own until it is whole."""
    path = spark._jvm.org.apache.hadoop.fs.Path
    part, whole = path(out + ".part"), path(out)
    files = whole.getFileSystem(spark._jsc.hadoopConfiguration())
    if files.exists(whole):
        sys.exit(f"{out} is there already. Nothing was written.")
    try:
        frame.write.mode("overwrite").parquet(out + ".part")
        if not files.rename(part, whole):
            raise OSError(f"{out} could not be given its name")
    except BaseException:
        files.delete(part, True)
        raise


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sql", required=True, help="folder that npm run sql has written")
    parser.add_argument("--table", required=True, help="Parquet (a file or a folder) or a CSV")
    parser.add_argument("--out", required=True, help="folder of Parquet for the verdicts")
    parser.add_argument("--summary", help="JSON with the counts and the fingerprint; printed if left out")
    parser.add_argument("--master", help="where it runs, if spark-submit does not say")
    parser.add_argument("--partitions", type=int, help="in how many pieces")
    args = parser.parse_args()
    builder = session("zjtx")
    if args.master:
        builder = builder.master(args.master)
    spark = builder.getOrCreate()
    require_ansi(spark)
    table = source(spark, args.table)
    if args.partitions:
        table = table.repartition(args.partitions)
    table.createOrReplaceTempView("source")
    found = preflight(spark, args.sql)
    if found:
        for what, rows in found:
            print(f"{what}: {rows}", file=sys.stderr)
        print("Nothing was judged: please mend these first.", file=sys.stderr)
        sys.exit(2)
    spark.sql(text(args.sql, "view.sql"))
    write_whole(spark, spark.sql(text(args.sql, "verdicts.sql")), args.out)
    spark.read.parquet(args.out).createOrReplaceTempView("verdicts")
    summary = spark.sql(text(args.sql, "summary.sql")).first().asDict()
    told = json.dumps({key: int(value) for key, value in summary.items()}, ensure_ascii=False, indent=1)
    if args.summary:
        Path(args.summary).write_text(told + "\n", encoding="utf-8")
    else:
        print(told)


if __name__ == "__main__":
    main()
